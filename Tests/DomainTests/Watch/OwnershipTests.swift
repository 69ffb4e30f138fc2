import Domain
import Support
import Testing

/// Who answers for a service, who carries its pager, and what is offered.
@Suite struct OwnershipTests {
  private let bill = Cast.bill
  private let ana = Cast.id(101)
  private let bo = Cast.id(102)
  private let auth = Handoff.Subject.service(Cast.id(602))

  @Test func `a service is paged through the schedules of its policy, each once`() throws {
    #expect(bill.schedules(paging: Cast.id(601)).map(\.name) == ["api-primary"])
    #expect(bill.schedules(paging: Cast.id(604)).isEmpty)
    #expect(bill.schedules(paging: Cast.id(605)).isEmpty)
    var own = bill
    let version = EscalationPolicy.Version(policy: Cast.id(1), number: 1)
    let steps = [Cast.id(702), Cast.id(701), Cast.id(702), Cast.id(9)].map {
      EscalationPolicy.Step([.schedule($0)], wait: Instant.minute)
    }
    own.policies = [
      WatchBill.NamedPolicy(
        handle: "both", policy: try EscalationPolicy(version: version, steps: steps))
    ]
    own.services = own.services.map { service in
      var service = service
      service.policy = "both"
      return service
    }
    #expect(own.schedules(paging: Cast.id(605)).map(\.name) == ["web-daily", "api-primary"])
  }

  @Test func `a duty says who is on call, until when, and who comes then`() throws {
    let schedule = try #require(bill.schedule(Cast.id(701)))
    let duty = try #require(bill.duty(in: schedule, now: Cast.now))
    #expect(duty.now == [ana] && duty.next == [bo])
    #expect(duty.until?.iso8601 == "2026-03-16T09:00:00Z")
    #expect(duty.gaps.isEmpty)
  }

  @Test func `transfers are the accepted handoffs of one subject, newest first`() {
    let transfers = bill.transfers(of: auth)
    #expect(transfers.map(\.by) == [bo, ana])
    #expect(transfers.map(\.from) == [ana, Cast.id(105)])
    #expect(bill.transfers(of: .service(Cast.id(601))).isEmpty)
  }

  @Test func `an open offer is one that waits for an answer`() {
    #expect(bill.openOffers.map(\.id) == [Cast.id(901), Cast.id(902)])
    #expect(bill.openOffer(of: .service(Cast.id(601)))?.id == Cast.id(902))
    #expect(bill.openOffer(of: auth) == nil)
    let later = bill.caughtUp(to: Cast.now.advanced(by: 8 * Instant.day))
    #expect(later.openOffers.isEmpty)
  }

  @Test func `a refusal is what the plan would throw, and nil where there is a plan`() {
    let give = WatchVerb.offer(auth, to: .person(ana), message: "")
    #expect(bill.refusal(of: give, by: bo, at: Cast.now) == nil)
    let reason = bill.refusal(of: give, by: Cast.id(105), at: Cast.now)
    #expect(reason?.description == "auth is owned by @bo, who alone can offer it")
    let ack = WatchVerb.page(Cast.id(805), .ack)
    #expect(
      bill.refusal(of: ack, by: ana, at: Cast.now)?.description.hasPrefix("the page is") == true)
  }
}
