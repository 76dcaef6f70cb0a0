/** What a caller may say it asks for, such as `INVESTIGATION`. */
export const purposeName = /^[A-Z][A-Z0-9_]{0,63}$/;
