import { css, html, nothing } from "lit";
import { RulePart } from "./rule-part.js";

/** @import { ParameterDescription } from "wengang" */

/** Every figure that the policy sets, with the day from which it holds and where it stands. */
export class RuleParameters extends RulePart {
  static styles = [
    ...RulePart.styles,
    css`
      .name {
        padding-top: calc(var(--step) * 2);
        border-bottom: 0;
        font-size: var(--text);
        font-weight: 600;
      }

      thead th:last-child {
        width: 44%;
      }

      .when {
        color: var(--muted);
        white-space: nowrap;
      }

      .value {
        font-size: var(--text);
        font-weight: 600;
      }

      .of {
        display: block;
        color: var(--muted);
        font-size: var(--small);
        font-weight: 400;
      }

      td:last-child {
        padding-inline-end: 0;
      }

      @container (max-width: 32rem) {
        th,
        td {
          padding-inline-end: var(--step);
        }

        thead th:last-child {
          width: auto;
        }

        .when .tag {
          display: block;
          width: fit-content;
        }

        .value {
          font-size: var(--small);
        }

        .links .tag {
          white-space: normal;
        }
      }

      .secondary {
        margin-bottom: calc(var(--step) * 2);
        padding: var(--step) calc(var(--step) * 2);
        border-inline-start: 4px solid var(--caution);
        border-radius: var(--radius);
        background: var(--caution-ground);
        font-size: var(--small);
      }
    `,
  ];

  render() {
    const { parameters = [] } = this.description ?? {};
    const { rulePage, source } = this.messages;
    const doubtful = parameters.some(({ history }) => history.some((one) => one.source.reliability === "secondary"));
    return html`
      ${doubtful ? html`<p class="secondary">${source.secondaryMeaning}</p>` : nothing}
      <table>
        <thead>
          <tr>
            <th scope="col">${rulePage.holds}</th>
            <th scope="col">${rulePage.figure}</th>
            <th scope="col">${rulePage.source}</th>
          </tr>
        </thead>
        ${parameters.map((parameter) => this.#parameter(parameter))}
      </table>
    `;
  }

  /** @param {ParameterDescription} parameter */
  #parameter({ id, label, history, until }) {
    const { rules, rulePage } = this.messages;
    const present =
      until && until < this.today ? -1 : history.filter(({ from }) => (from ?? "") <= this.today).length - 1;
    return html`<tbody class="entry" id=${id} tabindex="-1" aria-current=${this.current(id)}>
      <tr><th class="name" scope="rowgroup" colspan="3">${this.named(id, label)}</th></tr>
      ${history.map(({ from, display, figures, source, quote }, index) =>
        (figures ?? [{ of: "", display }]).map(
          (figure, place, all) => html`<tr>
            ${
              place === 0
                ? html`<th class="when number" scope="row" rowspan=${all.length}>
                    ${from === null ? rules.throughout : rules.from(from)}
                    ${
                      history.length > 1 && index === present
                        ? html`<span class="tag">${rulePage.atPresent}</span>`
                        : nothing
                    }
                  </th>`
                : nothing
            }
            <td class="value number">${figure.of ? html`<span class="of">${figure.of}</span> ` : nothing}${figure.display}</td>
            <td>${place === 0 ? html`<span class="links">${this.source(source)}</span>${this.quoted(quote)}` : nothing}</td>
          </tr>`,
        ),
      )}
      ${until ? html`<tr><td colspan="3" class="muted">${rulePage.coveredUntil(until)}</td></tr>` : nothing}
    </tbody>`;
  }
}

customElements.define("wengang-rule-parameters", RuleParameters);
