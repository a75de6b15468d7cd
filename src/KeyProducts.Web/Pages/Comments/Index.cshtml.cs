using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Storage;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Web.Pages.Comments;

/// <summary>The consultation of a year: whether its provisional list is public, and every comment that came.</summary>
public sealed class IndexModel(AppDbContext db, TimeProvider clock) : AppPage
{
    [FromRoute]
    public int Year { get; set; }

    [FromQuery(Name = "show")]
    public string? Chosen { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Programme Programme { get; private set; } = null!;

    /// <summary>How many comments are open; null for a filter that shows only these.</summary>
    public int Open { get; private set; }

    public int Total { get; private set; }

    public bool ShowsOpen => Chosen == "open";

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public Table Table { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var programme = Found(await db.Programmes.AsNoTracking().OfYearAsync(Year));
        Programme = Found(programme.Stage < Stage.Consultation ? null : programme);
        var comments = db.CommentsOpenTo(User).Where(comment => comment.ProgrammeId == Programme.Id);
        Total = await comments.CountAsync();
        Open = await comments.CountAsync(comment => comment.State == CommentState.Open);
        Paging = new Paging(Math.Max(1, PageNumber), ShowsOpen ? Open : Total, $"/programmes/{Year}/consultation", ShowsOpen ? "show=open" : "");
        var onlyOpen = ShowsOpen;
        var rows = await comments.Where(comment => !onlyOpen || comment.State == CommentState.Open)
            .OrderBy(comment => comment.Number).Skip(Paging.Skip(Paging.Page)).Take(Paging.Size)
            .Select(comment => new { comment.Number, comment.ReceivedOn, comment.Way, comment.Name, comment.Organisation, comment.NominationNumber, comment.Text, comment.State, comment.ReleasedAt, Files = comment.Files.Count })
            .ToListAsync();
        Table = Table.Of(rows)
            .Number(T["No."], row => row.Number, width: 5)
            .Date(T["Day of arrival"], row => row.ReceivedOn)
            .Text(T["Comment"], row => Beginning(row.Text), 44, row => $"/programmes/{Year}/consultation/{row.Number}")
            .Text(T["From"], row => string.Join(", ", new[] { row.Name, row.Organisation }.Where(one => one is not null)), 26)
            .Text(T["Product"], row => row.NominationNumber is { } number ? T["Dossier no. {0}", number] : T["The list as a whole"], 16)
            .Text(T["How it came"], row => T[EnumWords.Of(row.Way)], 14)
            .Number(T["Files"], row => row.Files == 0 ? null : row.Files, width: 6)
            .Text(T["State"], row => T[EnumWords.Of(row.State)], 12)
            .Text(T["Public"], row => row.ReleasedAt is null ? T["No"] : T["Yes"], 8)
            .Style(row => row.State == CommentState.Open ? RowStyle.Gold : RowStyle.Plain)
            .Table(whenEmpty: ShowsOpen ? T["Every comment is answered."] : T["No comment has come yet."]);
    }

    private static string Beginning(string text) => text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 118), " …");
}
