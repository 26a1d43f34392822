export const CHANGE_SALE = "change-sale";
export const DESCRIBE_EVENTS = "describe-events";
export const CHANGE_SERIES = "change-series";
