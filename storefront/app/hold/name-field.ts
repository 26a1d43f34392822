/** Name of the form's field for the name on a seat's ticket. */
export const nameField = (seatId = ""): string => `name ${seatId}`;

export const isNameField = (field: string): boolean => field.startsWith("name ");
