/** Names the strategies that are on; the others would only explain colours that nobody sees. */
export function showLegend(element, strategies) {
  for (const { id, subscription } of strategies) {
    element.querySelector(`[data-legend="${id}"]`).hidden = !subscription.isOn;
  }
}
