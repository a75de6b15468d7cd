namespace KeyProducts.Domain;

/// <summary>Days and deadlines as the Department counts them. Instants are UTC everywhere else.</summary>
public static class HanoiTime
{
    /// <summary>How far Hà Nội is ahead of UTC: seven hours, without summer time, since 1975.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The instant at which a day ends, excluded: what happens before it is in time.</summary>
    public static DateTime EndOf(DateOnly day) =>
        DateTime.SpecifyKind(day.AddDays(1).ToDateTime(TimeOnly.MinValue) - Offset, DateTimeKind.Utc);

    /// <summary>The clock on the wall in Hà Nội at an instant.</summary>
    public static DateTime At(DateTime utc) => DateTime.SpecifyKind(utc + Offset, DateTimeKind.Unspecified);

    /// <summary>The day in Hà Nội at an instant.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(At(utc));
}
