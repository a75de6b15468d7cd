using System.Security.Claims;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Audit;

/// <summary>Who acts in this request, where and why; the interceptor writes it beside each change.</summary>
public sealed class AuditScope(IHttpContextAccessor http)
{
    private readonly Dictionary<object, string> reasons = new(ReferenceEqualityComparer.Instance);

    /// <summary>The reason that the page has asked for.</summary>
    public string? Reason { get; set; }

    /// <summary>Notes a reason of one record, where several are saved at once, each with its own.</summary>
    public void SetReason(object record, string reason) => reasons[record] = reason;

    /// <summary>The reason of a record: its own, or the one of the act.</summary>
    public string? ReasonOf(object record) => reasons.GetValueOrDefault(record) ?? Reason;

    /// <summary>Set while many records are loaded that one entry stands for, such as the demonstration.</summary>
    public bool IsSilent { get; set; }

    /// <summary>The person's key; null for the program itself and for visitors.</summary>
    public Guid? UserId => Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    /// <summary>The person's name.</summary>
    public string UserName => http.HttpContext?.User.FindFirstValue(Claims.FullName) ?? "KeyProducts";

    /// <summary>The address of the page.</summary>
    public string Page => http.HttpContext?.Request.Path.Value ?? "";
}

/// <summary>Our own claims.</summary>
public static class Claims
{
    /// <summary>The name of the person who is signed in.</summary>
    public const string FullName = "name";
}

/// <summary>Acts that change no record and are in the history all the same.</summary>
public sealed class AuditLog(AppDbContext db, AuditScope scope, TimeProvider clock)
{
    /// <summary>Records an act at the next save, and saves.</summary>
    /// <param name="act">What was done.</param>
    /// <param name="kind">The kind of thing: a class or report.</param>
    /// <param name="subject">Which one.</param>
    /// <param name="year">The year of the programme; null for none.</param>
    /// <param name="by">The person, when not the one who is signed in.</param>
    /// <param name="details">What else is told of it, such as how and from where; null for nothing.</param>
    public async Task RecordAsync(AuditAct act, string kind, string subject, int? year = null, AppUser? by = null, IReadOnlyList<AuditChange>? details = null)
    {
        db.Add(new AuditEntry(
            clock.GetUtcNow().UtcDateTime, by?.Id ?? scope.UserId, by?.FullName ?? scope.UserName, scope.Page, act, kind, subject, year, details ?? [], scope.Reason));
        await db.SaveChangesAsync();
    }
}
