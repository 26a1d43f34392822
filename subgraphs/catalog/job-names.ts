export const CHANGE_SALE = "change-sale";
export const CHANGE_SERIES = "change-series";
