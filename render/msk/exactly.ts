/** A regular expression that matches this name and no other. Of what names hold, only `.` means something in one. */
export const exactly = (name: string): string => `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`;
