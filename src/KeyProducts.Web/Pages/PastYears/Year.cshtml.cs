using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Web.Reports;
using KeyProducts.Web.Reports.Statistics;
using KeyProducts.Web.Text;
using Microsoft.AspNetCore.Mvc;

namespace KeyProducts.Web.Pages.PastYears;

/// <summary>What sources say of a year, and its products in old lists.</summary>
public sealed class YearModel(StatisticsReport report) : AppPage
{
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Table Figures { get; private set; } = null!;

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public Table Products { get; private set; } = null!;

    public Paging Paging { get; private set; } = null!;

    public int Total { get; private set; }

    public int PublicCount { get; private set; }

    protected override async Task LoadAsync()
    {
        if (Year is < PastFigure.FirstYear or > PastFigure.LastYear)
        {
            throw new NotFoundException();
        }

        var over = await report.OverAsync(User);
        var words = new FigureWriting(T);
        var year = over.Of(Year);
        Notes = year is null ? [] : new FigureNotes(over, words, T).Of(year);
        Figures = Table.Of((year?.Published ?? []).OrderBy(figure => figure.Measure))
            .Text(T["Figure"], figure => figure.Industry is { } industry ? T["{0} ({1})", T[EnumWords.Of(figure.Measure)], industry] : T[EnumWords.Of(figure.Measure)], 34, figure => IsStaff ? $"/past-years/figures/{figure.Id}" : null)
            .Text(T["As published"], words.Written, 20)
            .Text(T["Of what"], figure => words.Particulars(figure.Base, figure.DataYear), 20)
            .Text(T["Source"], figure => figure.Source, 30)
            .Text(T["Note on the figure"], figure => figure.Note, 20)
            .Text(T["Public"], figure => figure.IsPublic ? T["Yes"] : T["No"], 8)
            .Table(whenEmpty: T["No figure of this year is entered yet."]);
        var listed = year?.Listed ?? [];
        (Total, PublicCount) = (listed.Count, listed.Count(product => product.Record.IsPublic));
        Paging = new Paging(PageNumber, Total, $"/past-years/{Year}", "");
        Products = Table.Of(listed.Skip(Paging.Skip(PageNumber)).Take(Paging.Size))
            .Text(T["Product"], product => product.Record.Product, 34, product => IsStaff ? $"/past-years/products/{product.Record.Id}" : null)
            .Text(T["Business as printed"], product => product.Record.Business, 34)
            .Text(T["Business of the register"], product => product.Business?.Name.In(Languages.Current), 30, product => product.Business is { } business ? $"/businesses/{business.Number}" : null)
            .Code(T["Tax code"], product => product.Record.TaxCode, 14)
            .Text(T["Industry"], product => product.Record.Industry, 22)
            .Text(T["Of the top"], product => product.Record.IsTop ? T["Yes"].Value : null, 8)
            .Text(T["Source"], product => product.Record.Source, 26)
            .Style(product => product.Record.IsTop ? RowStyle.Gold : RowStyle.Plain)
            .Table(whenEmpty: T["No old list of this year is entered yet."]);
    }
}
