import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actsAt, after, isEnd, moments, type Moment } from '../../../../src/features/help-now/rehearsal.ts';

describe('practising the silent call', () => {
  it('ends the call on a mobile when nothing is pressed, and connects when the key is pressed', () => {
    expect(after('choose', 'useMobile')).toBe('mobile');
    expect(after('mobile', 'silent')).toBe('message');
    expect(after('message', 'wait')).toBe('ended');
    expect(after('message', 'press')).toBe('connected');
  });

  it('never offers a key to press before the message asks for it, nor on a landline', () => {
    for (const moment of moments) {
      expect(actsAt(moment).includes('press'), moment).toBe(moment === 'message');
    }
  });

  it('connects a silent landline to the police, and says what hanging up does', () => {
    expect(after('landline', 'silent')).toBe('connected');
    expect(after('landline', 'hangUp')).toBe('hungUp');
  });

  it('reaches every moment and always comes to an end', () => {
    const reached = new Set<Moment>(['choose']);
    for (const moment of reached) {
      for (const act of actsAt(moment)) {
        reached.add(after(moment, act));
      }
    }
    expect([...reached].sort()).toEqual([...moments].sort());
    expect(moments.filter(isEnd)).toEqual(['connected', 'ended', 'hungUp']);
    expect(after('ended', 'press')).toBe('ended');
  });

  it('has no telephone link in it', () => {
    expect(readFileSync('src/features/help-now/rehearsal-panel.tsx', 'utf8')).not.toMatch(/tel:|CallLink|sms:/);
  });
});
