/**
 * Where the exit leads: ordinary public pages that look the same to everyone
 * and say nothing about the person. The first is where it leads unless chosen
 * otherwise. Source of the choice: GOV.UK's exit pattern leads to BBC Weather
 * (facts in shared notes, read 2026-11-22).
 */
export const exits = [{ id: 'weather', url: 'https://www.bbc.co.uk/weather' }] as const;

export const defaultExit = exits[0];
