import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The analyst's studio: built to dist/modeler, served by the API at `/modeler/`; in development the API is on 127.0.0.1:8080. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/modeler/',
  plugins: [react()],
  build: {
    outDir: '../dist/modeler',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 3000,
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    proxy: { '/api': { target: 'http://127.0.0.1:8080', changeOrigin: false } },
  },
});
