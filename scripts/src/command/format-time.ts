/** "2026-11-22 03:44", in UTC. */
export const formatTime = (date: Date): string => date.toISOString().slice(0, 16).replace("T", " ");
