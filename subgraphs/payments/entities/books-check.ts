export interface BooksCheck {
  id: string;
  startedAt: Date;
  finishedAt: Date | null;
  payments: number;
}
