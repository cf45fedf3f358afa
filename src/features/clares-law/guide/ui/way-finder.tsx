import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { otherForces } from '#content/forces';
import { useText } from '#i18n/use-text';
import { RadioGroup } from '#ui/radio-group.tsx';
import { answer, choiceIds, choicesOf, circumstances, walk, type Answers, type Asked, type ChoiceId, type QuestionId } from '../model/way.ts';
import { useWayTitle } from './use-way-title.ts';
import { WayAnswer } from './way-answer.tsx';

/** The questions, each as it is needed, and the answer under them. What is picked lives here and nowhere else. */
export function WayFinder({ requestPath }: { readonly requestPath?: string | undefined }): ReactNode {
  const t = useText('ask');
  const [answers, setAnswers] = useState<Answers>({});
  const choose = (question: QuestionId, choice: string): void => setAnswers((before) => answer(before, question, choice));
  const form = useRef<HTMLDivElement>(null);
  const takeOver = useRef(choose);
  useEffect(() => {
    // Picked on the served page, before the app had come alive.
    const early = form.current?.querySelector<HTMLInputElement>('input:checked');
    if (early) takeOver.current('danger', early.value);
  }, []);
  const { asked, way } = walk(answers);
  const given = circumstances(answers);
  const title = useWayTitle(way, given.force);
  const last = asked.at(-1);
  const isStarted = asked.length > 1 || way !== null;
  return (
    <div className="needs-script" ref={form}>
      {asked.map((one) => (
        <Question key={one.question} asked={one} onChoose={(choice) => choose(one.question, choice)} />
      ))}
      <p className="visually-hidden" role="status">
        {way !== null && t('way.found', { answer: title })}
        {way === null && isStarted && last && t('way.next', { question: t(`way.questions.${last.question}`) })}
      </p>
      {way !== null && <WayAnswer way={way} given={given} requestPath={requestPath} />}
      {isStarted && (
        <p>
          <button type="button" className="button quiet" onClick={() => setAnswers({})}>
            {t('way.again')}
          </button>
        </p>
      )}
    </div>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly onChoose: (choice: string) => void;
}

function isChoice(choice: string): choice is ChoiceId {
  return (choiceIds as readonly string[]).includes(choice);
}

function Question({ asked: { question, chosen }, onChoose }: QuestionProps): ReactNode {
  const t = useText('ask');
  if (question === 'force') {
    return <ForceQuestion chosen={chosen} onChoose={onChoose} />;
  }
  const hint = question === 'danger' ? { hint: t('way.hints.danger', { yes: t('way.choices.yes') }) } : {};
  const options = choicesOf(question).filter(isChoice).map((choice) => ({ value: choice as string, label: t(`way.choices.${choice}`) }));
  return <RadioGroup title={t(`way.questions.${question}`)} {...hint} options={options} value={chosen ?? ''} onChange={onChoose} />;
}

/** Forty-two names: a list to open, which a letter key jumps through. */
function ForceQuestion({ chosen, onChoose }: Omit<QuestionProps, 'asked'> & Pick<Asked, 'chosen'>): ReactNode {
  const t = useText('ask');
  const id = useId();
  return (
    <div className="field radios">
      <label htmlFor={id}>{t('way.questions.force')}</label>
      <div className="box">
        <select id={id} value={chosen ?? ''} autoComplete="off" onChange={(event) => onChoose(event.target.value)}>
          <option value="" disabled>
            {t('way.pick')}
          </option>
          <option value="unsure">{t('way.choices.noForce')}</option>
          {otherForces().map((force) => (
            <option key={force.id} value={force.id} lang="en">
              {force.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
