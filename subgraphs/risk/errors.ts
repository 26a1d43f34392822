// Refusals of risk. NotFound is the platform's.
import { DomainError } from "../../platform/core/errors.ts";

export class NotInReview extends DomainError {
  constructor() {
    super("The order is not waiting for a decision.");
  }
}
