import { CheckOutlined } from '@ant-design/icons';
import './step-bar.css';

interface Props {
  label: string;
  steps: readonly string[];
  current: number;
}

/** Where someone is in a short series of steps. */
export function StepBar({ label, steps, current }: Props) {
  return (
    <ol className="plain-list step-bar" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={index < current ? 'step-done' : index === current ? 'step-now' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className="step-number" aria-hidden="true">
            {index < current ? <CheckOutlined /> : index + 1}
          </span>
          {step}
        </li>
      ))}
    </ol>
  );
}
