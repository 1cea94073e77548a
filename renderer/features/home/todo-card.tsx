import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { screens } from '#renderer/screens.ts';
import { type FilterRequest, requestFocus } from '#renderer/session/focus-request.ts';
import { formatCount, formatMoment } from '#renderer/ui/format.ts';
import { Tag, type TagTone } from '#renderer/ui/tag.tsx';
import { testIds } from '#renderer/ui/test-ids.ts';
import type { Overview } from '#shared/contract/overview.ts';
import { homeText } from '#shared/messages/ui/home.ts';
import { BackupButton } from './backup-button.tsx';
import { soonRequest, unansweredRequest, withoutDateRequest } from './filter-requests.ts';
import { type Todo, todosOf } from './todos.ts';

const words = homeText.todos;

const tones: Readonly<Record<Todo['kind'], TagTone>> = {
  expired: 'bad',
  unanswered: 'bad',
  import: 'warn',
  imports: 'warn',
  soon: 'warn',
  noDate: 'info',
  backup: 'quiet',
};

function textOf(todo: Todo): string {
  switch (todo.kind) {
    case 'expired':
    case 'soon':
    case 'noDate':
      return words[todo.kind].text(formatCount(todo.count));
    case 'unanswered':
      return words.unanswered.text(formatCount(todo.count), todo.planTitle);
    case 'import':
      return words.import.text(formatCount(todo.warning.left), todo.warning.fileName);
    case 'imports':
      return words.imports.text(formatCount(todo.rows), formatCount(todo.files));
    case 'backup':
      return todo.days === null ? words.backup.none : words.backup.text(formatCount(todo.days));
  }
}

type LinkOf = { readonly href: string; readonly request: FilterRequest | null };

/** Where a line leads; a backup is taken on the spot. */
function linkOf(todo: Todo, { plan }: Overview, today: string): LinkOf | null {
  switch (todo.kind) {
    case 'expired':
      return { href: `${screens.organizations.path}/expired`, request: null };
    case 'soon':
      return { href: screens.organizations.path, request: soonRequest(today) };
    case 'noDate':
      return { href: screens.organizations.path, request: withoutDateRequest };
    case 'unanswered':
      return { href: screens.measures.path, request: plan === null ? null : unansweredRequest(plan.id) };
    case 'import':
    case 'imports':
      return { href: screens.history.path, request: null };
    case 'backup':
      return null;
  }
}

function TodoLine({ todo, link }: { readonly todo: Todo; readonly link: LinkOf | null }): ReactNode {
  const text = textOf(todo);
  const open = words[todo.kind].open;
  return (
    <li className="todo" data-testid={testIds.homeTodo(todo.kind)}>
      <Tag tone={tones[todo.kind]}>{words[todo.kind].tag}</Tag>
      <span title={text}>{text}</span>
      {link === null ? (
        <BackupButton label={open} />
      ) : (
        <Link
          href={link.href}
          aria-label={`${text} ${open}`}
          onClick={() => (link.request === null ? undefined : requestFocus(link.request))}
        >
          {open}
        </Link>
      )}
    </li>
  );
}

type TodoCardProps = { readonly overview: Overview; readonly today: string; readonly readOnly: boolean };

/** What waits for a hand, most urgent first. */
export function TodoCard({ overview, today, readOnly }: TodoCardProps): ReactNode {
  const todos = todosOf(overview, new Date(), readOnly);
  const { lastBackupAt } = overview;
  return (
    <section className="card todo-card" aria-label={homeText.todoTitle} data-testid={testIds.homeTodos}>
      <h2>{homeText.todoTitle}</h2>
      <ul>
        {todos.map((todo) => (
          <TodoLine
            key={todo.kind === 'import' ? todo.warning.changeSetId : todo.kind}
            todo={todo}
            link={linkOf(todo, overview, today)}
          />
        ))}
        {todos.length === 0 ? (
          <li className="todo">
            <Tag tone="good">{homeText.todoNoneTag}</Tag>
            <span>{homeText.todoNone}</span>
          </li>
        ) : null}
      </ul>
      {lastBackupAt === null || todos.some(({ kind }) => kind === 'backup') ? null : (
        <p className="muted">{homeText.lastBackup(formatMoment(lastBackupAt))}</p>
      )}
    </section>
  );
}
