/** What a notice of format 1 may ask for in its report. */
export const format1Fields = ['identification-number', 'completed-on', 'clinic-name', 'phone'] as const;
