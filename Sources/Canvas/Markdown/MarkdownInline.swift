import CMarkdown

/// Which inline parts are open where the text is being read.
struct MarkdownInline {
  /// An open link or image, and where in the flow its text begins.
  struct Link {
    let start: Int
    let url: String
    let target: String?
  }

  var base: Style
  var emphasis = 0
  var strong = 0
  var struck = 0
  var links: [Link] = []

  /// How text is to look here.
  var style: Style {
    var style = base
    if !links.isEmpty {
      style.role = .link
      style.isUnderlined = true
    } else if base.role == .text, strong > 0 {
      style.role = .strong
    } else if base.role == .text, emphasis > 0 {
      style.role = .emphasis
    }
    style.isBold = base.isBold || strong > 0
    style.isItalic = base.isItalic || emphasis > 0
    style.isStruck = base.isStruck || struck > 0
    return style
  }
}

extension MarkdownRenderer {
  mutating func takeInline(_ event: MarkdownEvent) {
    let change = event.enters ? 1 : -1
    switch event.kind {
    case .text: addText(event.content)
    case .softBreak: add(" ")
    case .hardBreak: flow.appendLineBreak()
    case .code: add(event.content, role: .code, keepsBlanks: true)
    case .html: addHTML(event.content)
    case .emphasis: inline.emphasis += change
    case .strong: inline.strong += change
    case .struck: inline.struck += change
    case .link: event.enters ? openLink(event.content) : closeLink()
    case .image: event.enters ? openImage(event.content) : closeImage()
    case .footnoteMark: if event.enters { add("[\(event.content)]", role: .link) }
    default: break
    }
  }

  private mutating func add(_ text: String, role: Role? = nil, keepsBlanks: Bool = false) {
    var style = inline.style
    if let role { style.role = role }
    flow.append(text, style, link: inline.links.last?.target, keepsBlanks: keepsBlanks)
  }

  /// Adds text, and whom and what it names in their own roles.
  private mutating func addText(_ text: String) {
    var text = text
    let mentions = inline.links.isEmpty ? text.withUTF8(MarkdownMentions.find) : []
    var start = text.utf8.startIndex
    var offset = 0
    for mention in mentions {
      let lower = text.utf8.index(start, offsetBy: mention.range.lowerBound - offset)
      let upper = text.utf8.index(lower, offsetBy: mention.range.count)
      if start < lower { add(String(text[start..<lower])) }
      add(String(text[lower..<upper]), role: mention.role)
      start = upper
      offset = mention.range.upperBound
    }
    if start < text.utf8.endIndex { add(mentions.isEmpty ? text : String(text[start...])) }
  }

  private mutating func addHTML(_ source: String) {
    let shown = MarkdownHTML.withoutComments(source)
    if !shown.isEmpty { add(shown, role: .dim) }
  }

  private mutating func openLink(_ url: String) {
    let target = MarkdownLinks.target(url)
    inline.links.append(MarkdownInline.Link(start: flow.count, url: url, target: target))
  }

  /// Shows where a link leads if its text does not, and there is room on a line.
  private mutating func closeLink() {
    guard let link = inline.links.popLast(), !link.url.isEmpty, table == nil,
      link.url.utf8.count <= 2 * width,
      !MarkdownLinks.says(flow.text(from: link.start), link.url)
    else { return }
    let address = CleanText(" (\(link.url))")
    guard address.width <= room else { return }
    flow.append(address, Style(.dim))
  }

  /// An image is its description in brackets; its file's name if nobody described it.
  private mutating func openImage(_ url: String) {
    flow.append("[image: ", Style(.dim))
    openLink(url)
  }

  private mutating func closeImage() {
    guard let image = inline.links.last else { return }
    if flow.count == image.start {
      add(image.url.split(separator: "/").last.map(String.init) ?? "")
    }
    inline.links.removeLast()
    flow.append("]", Style(.dim))
  }
}
