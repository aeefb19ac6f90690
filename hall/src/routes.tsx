import { lazy, type ComponentType } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import type { Role } from './api/types';
import { Guarded } from './shell/guarded';
import { RouteError } from './shell/route-error';
import { Shell } from './shell/shell';

type Page = () => Promise<{ default: ComponentType }>;

/** One page in a chunk of its own; with `roles`, only for those (an empty list: anyone signed in). */
function page(path: string, load: Page, roles?: readonly Role[]): RouteObject {
  const Content = lazy(load);
  const element = roles ? (
    <Guarded roles={roles}>
      <Content />
    </Guarded>
  ) : (
    <Content />
  );
  return { path, element };
}

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <RouteError />,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          page('/', () => import('./pages/home/home-page')),
          page('/signin', () => import('./pages/signin/signin-page')),
          page('/bundles/:id', () => import('./pages/bundle/bundle-page')),
          page('/apply/:bundleId', () => import('./pages/apply/apply-page'), ['applicant', 'clerk']),
          page('/cases', () => import('./pages/cases/cases-page'), []),
          page('/cases/:no', () => import('./pages/case/case-page'), []),
          page('/queue', () => import('./pages/queue/queue-page'), ['clerk', 'worker', 'approver']),
          page('/tasks/:id', () => import('./pages/task/task-page'), []),
          page('/incidents', () => import('./pages/incidents/incidents-page'), ['supervisor', 'administrator']),
          page('*', () => import('./pages/not-found-page')),
        ],
      },
    ],
  },
]);
