import type { reviewReport } from '../strings/en/review-report.js';
import type { AttributedForm, ReportQuestion } from './report-types.js';

type Answer = AttributedForm['answers'][string];

/** What somebody answered, in words; empty where it is a number that the pictures show. */
export function answerWords(
  answer: Answer | undefined,
  question: ReportQuestion,
  strings: typeof reviewReport,
  list: (items: readonly string[]) => string,
): string {
  if (!answer) return '';
  if ('cannotJudge' in answer) return strings.cannotJudge;
  if ('text' in answer) return answer.text;
  if ('yes' in answer) return answer.yes ? strings.yes : strings.no;
  const options = 'options' in question ? question.options : [];
  const labelOf = (id: string) => options.find((one) => one.id === id)?.label ?? id;
  if ('choice' in answer) return labelOf(answer.choice);
  if ('choices' in answer) return list(answer.choices.map(labelOf));
  if ('order' in answer) return list(answer.order.map((id, index) => `${index + 1}. ${labelOf(id)}`));
  if ('points' in answer) {
    return list(Object.entries(answer.points).map(([id, points]) => `${labelOf(id)} ${points}`));
  }
  return '';
}

/** The words beside an answer; empty where there are none. */
export function commentOf(answer: Answer | undefined): string {
  return answer && 'comment' in answer ? (answer.comment ?? '') : '';
}
