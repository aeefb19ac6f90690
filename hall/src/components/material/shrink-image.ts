import type { ManifestMaterial } from '../../api/types';
import { typeOf } from './check-file';

const LONGEST_SIDES = [2800, 2000, 1400];

function draw(image: ImageBitmap, longest: number): Promise<Blob | null> {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext('2d');
  if (!context) return Promise.resolve(null);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.86));
}

/** A phone's photo is often larger than the limit: it is made smaller here instead of being refused. */
export async function shrinkImage(file: File, material: ManifestMaterial): Promise<File> {
  const isLargeImage = file.size > material.maxBytes && typeOf(file).startsWith('image/');
  if (!isLargeImage || !material.formats.includes('image/jpeg')) return file;
  try {
    const image = await createImageBitmap(file);
    for (const longest of LONGEST_SIDES) {
      const smaller = await draw(image, longest);
      if (smaller && smaller.size <= material.maxBytes) {
        return new File([smaller], `${file.name.replace(/\.\w+$/, '')}.jpg`, { type: 'image/jpeg' });
      }
    }
  } catch {
    // Not readable as an image: the check that follows says what to do.
  }
  return file;
}
