/// The arguments of a command as one query.
///
/// An argument with blanks was quoted for the shell, which took the quotes away: it is a
/// phrase unless it holds more of the query language.
///
///     is:open 'slow feed'       is:open "slow feed"
///     is:open 'label:bug OR x'  is:open label:bug OR x
func joinedQuery(_ arguments: [String]) -> String {
  arguments.map { argument in
    let isLanguage =
      argument.hasPrefix("NOT ") || argument.contains { "\":()".contains($0) }
      || argument.contains(" OR ")
    let isPhrase = arguments.count > 1 && argument.contains(" ") && !isLanguage
    return isPhrase ? "\"\(argument)\"" : argument
  }.joined(separator: " ")
}
