/** The built pages: hall at `/`, the studio at `/modeler/`. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler, Router } from 'express';

/** File names under assets/ carry a hash of their content, so they may be kept for ever. */
const HASHED_FOLDER = `${path.sep}assets${path.sep}`;

/** Serves one single-page application below `/`: files as they are, any other address its index.html. */
export function staticPages(folder: string): Router {
  const router = Router();
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (res, file) => {
        const hashed = file.includes(HASHED_FOLDER);
        res.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  router.get('/{*page}', indexPage(folder));
  return router;
}

function indexPage(folder: string): RequestHandler {
  const index = path.join(folder, 'index.html');
  return (req, res) => {
    // A missing script must not be answered with a page.
    if (path.extname(req.path) !== '') {
      res.status(404).type('text/plain').send('没有这个文件。');
      return;
    }
    if (!existsSync(index)) {
      res.status(404).type('text/plain; charset=utf-8').send('页面尚未构建，请先运行 npm run build。');
      return;
    }
    res.setHeader('Cache-Control', 'no-cache');
    res.sendFile(index);
  };
}
