/** Cities people in Kent have family in, spread over the day. */
export const cities = [
  { id: 'london', zone: 'Europe/London' },
  { id: 'paris', zone: 'Europe/Paris' },
  { id: 'delhi', zone: 'Asia/Kolkata' },
  { id: 'tokyo', zone: 'Asia/Tokyo' },
  { id: 'sydney', zone: 'Australia/Sydney' },
  { id: 'newYork', zone: 'America/New_York' },
] as const;
