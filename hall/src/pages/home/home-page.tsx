import { Loading } from '../../components/page-states';
import { useSession } from '../../hooks/use-session';
import { PublicHome } from './public-home';
import { StaffHome } from './staff-home';

/** Citizens find services; staff find their work first. */
export default function HomePage() {
  const { user, isPending } = useSession();
  if (isPending) return <Loading rows={8} />;
  return user && user.role !== 'applicant' ? <StaffHome user={user} /> : <PublicHome user={user ?? null} />;
}
