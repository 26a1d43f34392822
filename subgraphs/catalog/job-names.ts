export const CHANGE_SALE = "change-sale";
