using KeyProducts.Domain;
using KeyProducts.Web.Storage;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Support;

/// <summary>2027 in screening, beside the demonstration's years: dossiers that lack nothing but the answers to two items of a checklist.</summary>
public static class ScreeningYear
{
    /// <summary>The year.</summary>
    public const int Year = 2027;

    /// <summary>The items of the checklist of its first track.</summary>
    public const string Report = "Báo cáo môi trường có chữ ký", Photo = "Ảnh chụp sản phẩm";

    /// <summary>Opens it.</summary>
    /// <param name="app">The program.</param>
    /// <param name="dossiers">How many dossiers it has, numbered from 1.</param>
    /// <param name="change">What is otherwise, dossier by dossier.</param>
    /// <param name="rules">How it screens; the usual rules when null.</param>
    public static Task OpenAsync(TestApp app, int dossiers, Action<Programme, Nomination>? change = null, ScreeningRules? rules = null) => app.ChangeAsync(async db =>
    {
        var last = await db.Programmes.WithTables().SingleAsync(programme => programme.Year == 2026);
        var year = last.CopyFor(Year);
        year.Set(rules ?? ScreeningRules.Usual);
        year.Change(year.Tracks[0], year.Tracks[0].Name, GateFigure.Revenue, 10_000_000_000);
        foreach (var item in year.Tracks[0].Checklist)
        {
            year.Remove(year.Tracks[0], item, answers: 0);
        }

        year.AddChecklistItem(year.Tracks[0], BilingualName.Of(Report, "Environmental report, signed"), isRequired: true);
        year.AddChecklistItem(year.Tracks[0], BilingualName.Of(Photo, "Photo of the product"), isRequired: false);
        db.Add(year);
        var counts = new ProgrammeCounts(1, 0, 9, 9, 0, 0, 0, 0);
        year.Advance(counts, "Thử thẩm định");
        year.Advance(counts, null);
        for (var row = 1; row <= dossiers; row++)
        {
            var nomination = Nominate(year, row);
            change?.Invoke(year, nomination);
            db.Add(nomination);
        }
    });

    /// <summary>Answers the checklist: nothing then stands in the way.</summary>
    public static void Answer(Programme year, Nomination nomination) =>
        nomination.Answer(year, year.Tracks[0].Checklist[0].Id, Finding.Met, null, Officers.Hoa, new DateTime(2026, 11, 20, 3, 0, 0, DateTimeKind.Utc));

    /// <summary>A nomination as it is stored.</summary>
    public static Task<Nomination> StoredAsync(TestApp app, int number) => app.ReadAsync(db =>
        db.Nominations.AsNoTracking().WithDossier().SingleAsync(one => one.Programme.Year == Year && one.Number == number));

    private static Nomination Nominate(Programme year, int row)
    {
        var business = new Business(900 + row, new BusinessDetails(
            BilingualName.Of($"Công ty Cổ phần Đường Ế Ữ {row:00}", $"Business {row:00}"), TaxCodeOf(row), null, new Address("Số 1", "Phường Cửa Nam", null, "Hà Nội"), new Contact(null, null, null), Ownership.Private, null));
        var nomination = new Nomination(
            year, business, new NominationContent(BilingualName.Of($"Sản phẩm {row:00}", $"Product {row:00}"), "Mô tả", year.Industries[0].Id, year.Tracks[0].Id, null), new DateOnly(2026, 10, 1).AddDays(row % 28));
        nomination.Change(year, new Establishment(HanoiSite.Both, "Phường Đại Mỗ", "Cơ khí", "Đỗ Văn Đế", null, "Lê Thị Ữ", "024 3000 0000", null), null);
        for (var dataYear = year.DataYear - 2; dataYear <= year.DataYear; dataYear++)
        {
            nomination.Declare(year, dataYear, FigureBase.Product, new FigureContent(120_000_000_000, 0), null);
            nomination.Declare(year, dataYear, FigureBase.Business, new FigureContent(200_000_000_000, 0, 90), null);
        }

        nomination.Change(year, new Technology(60m, "Robot", "ERP", "Một phần"), null);
        nomination.SetCertificates(year, DossierSection.Standards, [new CertificateContent("ISO 9001:2015", "1", "Quacert", null, null)], null);
        nomination.SetCertificates(year, DossierSection.Brand, [new CertificateContent("Nhãn hiệu", "2", "Cục Sở hữu trí tuệ", null, null)], null);
        nomination.ChangeBrand(year, "Đường Ế", null);
        nomination.ChangeEnvironment(year, "Xử lý nước thải", "Đủ bảo hiểm", null);
        nomination.Change(year, new Commitments(true, true, true, true, "Đỗ Văn Đế", new DateOnly(2026, 9, 1)), null);
        return nomination;
    }

    // A code that nobody doubts.
    private static string TaxCodeOf(int row) =>
        Enumerable.Range(0, 10).Select(digit => $"09{row:0000000}{digit}").First(code => TaxCode.DoubtOf(code) == TaxCodeDoubt.None);
}
