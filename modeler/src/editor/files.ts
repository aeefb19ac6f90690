/** Files between the studio and this computer. */

/** Offers text as a download. */
export function download(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}

/** Asks for one file; undefined when the person chose none. */
export function pickFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}

export const BPMN_TYPE = 'application/xml';
export const SVG_TYPE = 'image/svg+xml';

/** `shebaoka-dabanban-20261124-1005.bpmn` */
export function fileName(bundleId: string, extension: string): string {
  const stamp = new Date().toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-');
  return `${bundleId}-${stamp}.${extension}`;
}
