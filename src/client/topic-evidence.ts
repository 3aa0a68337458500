/** Lights up a topic's evidence in the abstract while its chip has the pointer or the focus. */
class TopicEvidence extends HTMLElement {
  connectedCallback() {
    const marks = [...this.querySelectorAll<HTMLElement>('[data-topics]')]
    for (const chip of document.querySelectorAll<HTMLElement>('[data-evidence-for]')) {
      const topic = chip.dataset.evidenceFor ?? ''
      const own = marks.filter((mark) => mark.dataset.topics?.split(' ').includes(topic))
      const light = (lit: boolean) => () => {
        for (const mark of own) mark.classList.toggle('lit', lit)
      }
      for (const event of ['pointerenter', 'focus']) chip.addEventListener(event, light(true))
      for (const event of ['pointerleave', 'blur']) chip.addEventListener(event, light(false))
    }
  }
}

customElements.define('topic-evidence', TopicEvidence)
