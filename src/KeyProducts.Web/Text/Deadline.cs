using System.Globalization;
using KeyProducts.Domain;
using Microsoft.Extensions.Localization;

namespace KeyProducts.Web.Text;

/// <summary>The end of judging in words, with its zone and the time that is left: the same on every page.</summary>
public static class Deadline
{
    /// <summary>"31/12/2026, 24:00 Hà Nội time".</summary>
    public static string Day(IStringLocalizer<Words> T, DateOnly? until) =>
        until is { } day ? T["{0}, 24:00 Hà Nội time", Shown.Day(day)] : T["not set yet"];

    /// <summary>"12 days left"; empty when there is no deadline.</summary>
    public static string Left(IStringLocalizer<Words> T, DateOnly? until, DateTime now)
    {
        if (until is not { } day)
        {
            return "";
        }

        var left = HanoiTime.EndOf(day) - now;
        return left <= TimeSpan.Zero ? T["the deadline has passed"]
            : left >= TimeSpan.FromDays(2) ? T["{0} days left", Whole(left.TotalDays)]
            : left >= TimeSpan.FromHours(2) ? T["{0} hours left", Whole(left.TotalHours)]
            : T["{0} minutes left", Whole(left.TotalMinutes)];
    }

    /// <summary>Why a judge's sheets are locked; null while the judge can score.</summary>
    /// <param name="T">The reader's words.</param>
    /// <param name="year">The year.</param>
    /// <param name="stage">Where it stands.</param>
    /// <param name="until">The judge's last day; null when none is set.</param>
    /// <param name="now">The instant, UTC.</param>
    public static string? Locked(IStringLocalizer<Words> T, int year, Stage stage, DateOnly? until, DateTime now) =>
        stage > Stage.Judging ? T["Judging of {0} was closed; the year is now in the stage “{1}”. Your sheets can be read and are locked: what was submitted counts, a draft counts nowhere.", year, T[EnumWords.Of(stage)].Value].Value
        : stage == Stage.Judging && until is { } day && !IsAhead(day, now) ? T["Your deadline has passed, so your sheets are locked. What you submitted counts. If you need more time, ask the council’s secretary."].Value
        : null;

    /// <summary>Whether a last day has not ended yet.</summary>
    public static bool IsAhead(DateOnly until, DateTime now) => HanoiTime.EndOf(until) > now;

    private static string Whole(double value) => Math.Floor(value).ToString(CultureInfo.InvariantCulture);
}
