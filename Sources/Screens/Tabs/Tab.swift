/// One of the screens at the top.
enum Tab: Int, Sendable, CaseIterable {
  case inbox, issues, onCall, pages, status, services

  /// What the top line calls it.
  var name: String {
    switch self {
    case .inbox: "Inbox"
    case .issues: "Issues"
    case .onCall: "On-call"
    case .pages: "Pages"
    case .status: "Status"
    case .services: "Services"
    }
  }

  /// The screen whose keys work in it; the issues have two of their own.
  var place: Place {
    switch self {
    case .inbox: .inbox
    case .issues: .list
    case .onCall: .onCall
    case .pages: .pages
    case .status: .status
    case .services: .services
    }
  }

  /// The action that goes to it.
  var action: ActionID {
    switch self {
    case .inbox: .inbox
    case .issues: .issues
    case .onCall: .onCall
    case .pages: .pages
    case .status: .updates
    case .services: .services
    }
  }
}
