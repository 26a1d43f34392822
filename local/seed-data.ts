// Events of the seed data; dates are in days after the first start.

export interface Performance {
  name: string;
  description: string;
  category: string;
  venue: "hall" | "park" | "theatre" | "train" | "congress";
  days: number;
  hour: number;
  hours: number;
  series?: string;
  maxSeatsPerBuyer?: number;
}

export const PROGRAMME: Performance[] = [
  {
    name: "Erfurt Philharmonic: New World",
    description: "Dvořák's Ninth, and Smetana before the interval.",
    category: "CONCERT",
    venue: "hall",
    days: 21,
    hour: 18,
    hours: 3,
  },
  {
    name: "Handball: Thüringen – Berlin",
    description: "League match; doors open an hour before.",
    category: "SPORT",
    venue: "hall",
    days: 28,
    hour: 17,
    hours: 2,
    series: "Handball at home",
  },
  {
    name: "Handball: Thüringen – Leipzig",
    description: "League match; doors open an hour before.",
    category: "SPORT",
    venue: "hall",
    days: 42,
    hour: 17,
    hours: 2,
    series: "Handball at home",
  },
  {
    name: "Open Air am Petersberg",
    description: "Three stages, two days, one wristband.",
    category: "FESTIVAL",
    venue: "park",
    days: 60,
    hour: 12,
    hours: 34,
  },
  {
    name: "Der zerbrochne Krug",
    description: "Heinrich von Kleist's comedy of a judge who tries his own crime.",
    category: "THEATRE",
    venue: "theatre",
    days: 14,
    hour: 18,
    hours: 2,
    series: "Der zerbrochne Krug",
  },
  {
    name: "Der zerbrochne Krug",
    description: "Heinrich von Kleist's comedy of a judge who tries his own crime.",
    category: "THEATRE",
    venue: "theatre",
    days: 15,
    hour: 18,
    hours: 2,
    series: "Der zerbrochne Krug",
  },
  {
    name: "Steam train to the Rennsteig",
    description: "Through the forest behind a locomotive of 1923.",
    category: "JOURNEY",
    venue: "train",
    days: 35,
    hour: 8,
    hours: 3,
  },
  {
    name: "Steam train to the Rennsteig",
    description: "Through the forest behind a locomotive of 1923.",
    category: "JOURNEY",
    venue: "train",
    days: 36,
    hour: 8,
    hours: 3,
  },
  {
    name: "Supergraph Days",
    description: "Two days on schemas that many teams share.",
    category: "CONFERENCE",
    venue: "congress",
    days: 75,
    hour: 8,
    hours: 32,
    maxSeatsPerBuyer: 20,
  },
];
