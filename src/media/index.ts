/** The door of media: what others may use. The files behind it may change. */
export { drawPicture } from './draw-picture.ts';
export { largestFileBytes, type PictureFault, type SmallPicture, type SmallSound, type SoundFault } from './limits.ts';
export { shrinkPicture } from './picture.ts';
export { soundPlayer, type Player, type PlayerState } from './player.ts';
export { shrinkSound } from './sound.ts';
