using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Scoring;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Programmes;

/// <summary>What the judges of a year have declared about businesses: who has not yet, who is kept away from what, and what was explained.</summary>
public sealed class ConflictsModel(AppDbContext db) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    public Stage Stage { get; private set; }

    public ConflictReview Review { get; private set; } = null!;

    /// <summary>Whether conflicts can be lifted here.</summary>
    public bool CanLift => IsStaff && Stage < Stage.Deliberation;

    public Table Judges => Table.Of(Review.Judges)
        .Text(T["Judge"], one => one.Judge)
        .Number(T["Businesses"], one => one.Businesses)
        .Number(T["Declared so far"], one => one.Declared)
        .Number(T["With a conflict"], one => one.Conflicts)
        .Number(T["Not yet"], one => one.Open.Count)
        .Text(T["Last declared"], one => one.LastAt is { } at ? Shown.Moment(at) : "–")
        .Text(T["Not declared yet"], one => one.Declared == 0 && one.Open.Count > 0 ? T["All"] : string.Join("; ", one.Open), 40)
        .Table(whenEmpty: T["No judge is on the council yet. Make accounts with the role Judge, then add them here."]);

    public Table Conflicts => Table.Of(Review.Conflicts)
        .Text(T["Judge"], one => one.First.Judge)
        .Text(T["Business"], one => one.First.Business.In(Languages.Current), 30)
        .Text(T["Product numbers"], one => string.Join(", ", one.Numbers))
        .Text(T["What ties them"], one => T[EnumWords.Of(one.First.Kind)] + (one.First.Text is null ? "" : ": " + one.First.Text), 36)
        .Text(T["Declared"], one => Shown.Moment(one.First.DeclaredAt))
        .Text(
            T["State of the recusal"],
            one => one.First.LiftedAt is { } lifted ? T["Lifted {0}", Shown.Moment(lifted)] : CanLift ? T["Lift …"] : T["Holds"],
            link: one => one.First.LiftedAt is null && CanLift ? $"/programmes/{Year}/progress/recusals/{one.First.Id}" : null)
        .Table(whenEmpty: T["No judge has declared a conflict of interest."]);

    public Table Explained => Table.Of(Review.Explained)
        .Text(T["Judge"], one => one.Judge)
        .Text(T["Business"], one => one.Business, 30)
        .Text(T["What the program has found"], one => string.Join("; ", one.Signs.Select(sign => T[ConflictWords.ToStaff(sign)].Value)), 36)
        .Text(T["Why it is no conflict, says the judge"], one => one.Text ?? "–", 36)
        .Text(T["Declared"], one => Shown.Moment(one.DeclaredAt))
        .Table(whenEmpty: T["Nobody has declared nothing where the program has found something."]);

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().Where(one => one.Year == Year).Select(one => new { one.Id, one.Stage }).FirstOrDefaultAsync());
        Stage = programme.Stage;
        Review = await ConflictReview.LoadAsync(db, programme.Id);
    }
}
