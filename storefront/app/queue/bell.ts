// A short sound, made by the browser. It is prepared when the person asks for it: browsers play nothing before an action of the person.

export interface Bell {
  ring(): void;
  close(): void;
}

const NOTES_HZ = [660, 880, 1_320];
const NOTE_SECONDS = 0.22;
const LOUDNESS = 0.2;

export function createBell(): Bell {
  const context = new AudioContext();
  return {
    ring: () => {
      for (const [index, frequency] of NOTES_HZ.entries()) {
        const [tone, volume] = [context.createOscillator(), context.createGain()];
        const start = context.currentTime + index * NOTE_SECONDS;
        tone.frequency.value = frequency;
        volume.gain.setValueAtTime(LOUDNESS, start);
        volume.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS);
        tone.connect(volume).connect(context.destination);
        tone.start(start);
        tone.stop(start + NOTE_SECONDS);
      }
    },
    close: () => void context.close(),
  };
}
