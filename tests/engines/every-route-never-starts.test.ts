import { describe } from 'vitest';
import { leavesFromEveryRoute } from './every-route.ts';
import { engineName } from './house.ts';

describe(`${engineName}: leaving from every route, app: never starts`, () => leavesFromEveryRoute('never starts'));
