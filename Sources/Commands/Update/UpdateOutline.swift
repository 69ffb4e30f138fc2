internal import Domain

/// An update as it would be posted.
struct UpdateOutline {
  let prompt: Prompt
  let date: CivilDate
  let answers: [Update.Answer]
}

extension JSONShape where Thing == UpdateOutline {
  /// Drafts of updates as JSON.
  static func outline(_ words: Wording) -> JSONShape {
    JSONShape(
      kind: "a draft",
      fields: [
        ("team", { $1.string(words.name($0.prompt.team)) }),
        ("date", { $1.string($0.date.description) }),
        (
          "answers",
          {
            $1.objects($0.answers) { answer, writer in
              writer.field("question", answer.question.text)
              writer.field("role", answer.question.role.name)
              writer.field("text", answer.text)
            }
          }
        ),
      ])
  }
}
