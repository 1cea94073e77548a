import { Button, Radio } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useClient } from '#renderer/session/session.ts';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { formatCount } from '#renderer/ui/format.ts';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { ImportAnswer, ImportPreview, ImportRow } from '#shared/contract/imports.ts';
import { importQuestions } from '#shared/messages/ui/import-questions.ts';
import { type Answers, answerValue, answerOf, withAnswers } from './answers.ts';
import type { ChoiceProps } from './columns-step.tsx';

/** Rows shown at once; one answer for all open rows reaches every row that was fetched. */
const PAGE = 30;
const MOST = 1000;

/** Rows of the file that ask, and the answers as the preview knows them. */
function useQuestions(preview: ImportPreview) {
  const client = useClient();
  const { importId, revision } = preview;
  return useQuery({
    queryKey: ['import-questions', importId, revision],
    queryFn: () => client.call('imports.rows', { importId, question: true, start: 0, end: MOST }),
    placeholderData: keepPreviousData,
  });
}

type QuestionProps = {
  readonly row: ImportRow;
  readonly answer: ImportAnswer | null;
  readonly onAnswer: (answer: ImportAnswer) => void;
};

function Question({ row, answer, onAnswer }: QuestionProps): ReactNode {
  const groups = row.question?.groups ?? [];
  const answers: readonly (readonly [ImportAnswer, string])[] = [
    ...groups.map((group) => [{ as: 'group', id: group.id }, importQuestions.write(group.label)] as const),
    ...(row.question?.canAdd === true ? [[{ as: 'new' }, importQuestions.add] as const] : []),
    [{ as: 'leave' }, importQuestions.leave],
  ];
  return (
    <li className="import-question" data-testid={testIds.importQuestion(row.question?.key ?? '')}>
      <Radio.Group
        name={`question-${row.question?.key}`}
        label={importQuestions.row(formatCount(row.row), row.title)}
        description={row.reason}
        value={answer === null ? '' : answerValue(answer)}
        onChange={(key) => {
          const chosen = answers.find(([each]) => answerValue(each) === key)?.[0];
          if (chosen !== undefined) onAnswer(chosen);
        }}
      >
        {answers.map(([each, label]) => (
          <Radio key={answerValue(each)} size="xs" value={answerValue(each)} label={label} />
        ))}
      </Radio.Group>
    </li>
  );
}

type AllProps = { readonly open: readonly ImportRow[]; readonly onAnswers: (answers: Answers) => void };

/** One answer for every row that is still open. */
function AnswerAll({ open, onAnswers }: AllProps): ReactNode {
  const answerAll = (answer: (row: ImportRow) => ImportAnswer | null) => () =>
    onAnswers(
      Object.fromEntries(
        open.flatMap((row) => {
          const given = answer(row);
          return given === null || row.question === undefined ? [] : [[row.question.key, given]];
        }),
      ),
    );
  const nearest = (row: ImportRow): ImportAnswer | null => {
    const [group] = row.question?.groups ?? [];
    return group === undefined ? null : { as: 'group', id: group.id };
  };
  return (
    <div className="import-answer-all">
      <span className="muted">{importQuestions.all(formatCount(open.length))}</span>
      <Button size="compact-xs" variant="default" onClick={answerAll(nearest)}>
        {importQuestions.allNearest}
      </Button>
      <Button size="compact-xs" variant="default" onClick={answerAll(() => ({ as: 'new' }))}>
        {importQuestions.allNew}
      </Button>
      <Button size="compact-xs" variant="default" onClick={answerAll(() => ({ as: 'leave' }))}>
        {importQuestions.allLeave}
      </Button>
    </div>
  );
}

/** Beside the preview: each row that asks which group it is, with its possible answers. Nothing of it is written before. */
export function QuestionsPanel({ preview, choices, busy, onChange }: ChoiceProps): ReactNode {
  const [shown, setShown] = useState(PAGE);
  const questions = useQuestions(preview);
  const rows = questions.data?.rows ?? [];
  const more = (questions.data?.total ?? 0) - shown;
  const answer = (row: ImportRow) => answerOf(row, choices.answers, busy || questions.isPlaceholderData);
  const open = rows.filter((row) => answer(row) === null);
  return (
    <aside className="side import-questions" aria-label={importQuestions.title} data-testid={testIds.importQuestions}>
      <h2>{importQuestions.title}</h2>
      <p className="muted">{importQuestions.lead}</p>
      <ErrorPanel error={questions.error} />
      {open.length > 1 ? (
        <AnswerAll open={open} onAnswers={(answers) => onChange(withAnswers(choices, answers))} />
      ) : null}
      <ul>
        {rows.slice(0, shown).map((row) => (
          <Question
            key={row.question?.key}
            row={row}
            answer={answer(row)}
            onAnswer={(given) => onChange(withAnswers(choices, { [row.question?.key ?? '']: given }))}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setShown(shown + PAGE)}>
          {importQuestions.more(formatCount(more))}
        </Button>
      ) : null}
    </aside>
  );
}
