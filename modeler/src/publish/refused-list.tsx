import type { FieldProblem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { translateDeployment } from '../i18n/zh/engine';
import type { NewerDiagram } from './comparison';

interface Props {
  errors: readonly FieldProblem[];
  diagram: NewerDiagram;
}

/** What the engine objected to, per element; a click shows the element. */
export function RefusedList({ errors, diagram }: Props) {
  const { tr } = useLanguage();
  if (errors.length === 0) return null;
  return (
    <ul className="remarks">
      {errors.map((error, index) => (
        <li key={index}>
          <button type="button" className="change" onClick={() => diagram.show(error.path)}>
            <b>{diagram.nameOf(error.path)}</b> {tr(translateDeployment(error.message), error.message)}{' '}
            <code>{error.path}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The same as one line of text, for the comment to the author. */
export function refusalText({ path, message }: FieldProblem, diagram: NewerDiagram): string {
  return `${diagram.nameOf(path)}（${path}）：${translateDeployment(message)}`;
}
