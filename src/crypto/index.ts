/** The door of crypto: what others may use. The files behind it may change. */
export { argonInScript, argonInWasm, deriveAt, greatestCost, isAllowed, leastCost, mayUseWasm, readyToDerive, standardCost, type Argon, type Cost, type Derive, type DeriveFault } from './argon.ts';
export { exportBackup, importBackup, largestBackup, type BackupFault, type BackupMeans } from './backup.ts';
export { copyOf, fillRandom, randomBytes, type Bytes, type Random } from './bytes.ts';
export { largestPicture, openCell, sealCell } from './cell.ts';
export { createContainer, longestText, newSlot, openSlot, rekeySlot, sealSlot, wipeSlot, type NewSlot, type OpenedSlot, type OpenFault, type SealedSlot } from './container.ts';
export { cellOffset, containerBytes, headBytes, layoutV1, saltBytes, saltOffset, slotOffset, type Generation, type Layout } from './layout.ts';
export { averageSeconds, longestPassphrase, strengthOf, type PassphraseFault, type Strength } from './passphrase.ts';
export { isWipeUnfinished, readSalt, saltPatches, saltRepairs, strangerPatches, type Patch } from './salt.ts';
export { bitsOfWords, drawWords, fewestWords, wordsOffered } from './words.ts';
