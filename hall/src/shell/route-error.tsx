import { useRouteError } from 'react-router';
import { Failure } from '../components/page-states';

/** A page that broke, or whose code could not be loaded (an old tab after an update): reload offers the way out. */
export function RouteError() {
  const error = useRouteError();
  return <Failure error={error} onRetry={() => location.reload()} />;
}
