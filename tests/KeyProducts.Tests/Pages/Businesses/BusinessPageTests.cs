using System.Net;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace KeyProducts.Tests.Pages.Businesses;

public sealed class BusinessPageTests : IDisposable
{
    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public async Task A_business_is_found_without_diacritics_and_by_its_tax_code()
    {
        var officer = await app.SignedInAsync("officer");
        var list = await officer.OpenAsync("/businesses");
        var found = await officer.SubmitAsync(list.Form("form.filter"), null, ("q", "det may van ky"));
        Assert.Equal(["Công ty Cổ phần Dệt May Vân Kỳ Hồng"], found.TextsAt("tbody td:first-child"));
        found = await officer.SubmitAsync(list.Form("form.filter"), null, ("q", "0199027467"));
        Assert.Equal(["Công ty Cổ phần Dệt May Vân Kỳ Hồng"], found.TextsAt("tbody td:first-child"));
    }

    [Fact]
    public async Task A_wrong_tax_code_is_refused_at_its_field_and_kept_with_a_reason()
    {
        var officer = await app.SignedInAsync("officer");
        var refused = await officer.SubmitAsync(
            await officer.OpenAsync("/businesses/new"),
            ("Input.Name", "Công ty TNHH Đèn Ế Ữ"),
            ("Input.Ownership", "Private"),
            ("Input.TaxCode", "0100233480"),
            ("Input.ContactPhone", "024 0000 0099"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("Chữ số kiểm tra của mã số thuế này không khớp. Hãy sửa lại, hoặc nêu lý do mã này đúng.", refused.TextAt("#Input-TaxCode-error"));
        Assert.Equal(("Công ty TNHH Đèn Ế Ữ", "0100233480", "024 0000 0099"), (refused.ValueOf("Input.Name"), refused.ValueOf("Input.TaxCode"), refused.ValueOf("Input.ContactPhone")));
        Assert.Equal(48, await app.ReadAsync(db => db.Businesses.CountAsync()));

        var mark = await app.HistoryMarkAsync();
        var saved = await officer.SubmitAsync(refused, ("Input.TaxCodeReason", "Đúng như giấy chứng nhận đăng ký"));
        Assert.Equal((HttpStatusCode.OK, "/businesses/49"), (saved.Status, saved.Address));
        Assert.Contains("0100233480", saved.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await app.HistorySinceAsync(mark));
        Assert.Equal((AuditAct.Added, "Business", "Công ty TNHH Đèn Ế Ữ"), (entry.Act, entry.Kind, entry.Subject));
    }

    [Fact]
    public async Task An_empty_name_and_the_tax_code_of_another_business_are_refused_in_english_too()
    {
        var officer = await app.SignedInAsync("officer", "en");
        var form = await officer.OpenAsync("/businesses/new");
        var refused = await officer.SubmitAsync(form, ("Input.Ownership", "State"), ("Input.TaxCode", "0199027467"));
        Assert.Equal((HttpStatusCode.BadRequest, "Fill in this field."), (refused.Status, refused.TextAt("#Input-Name-error")));

        refused = await officer.SubmitAsync(refused, ("Input.Name", "Công ty Đá Ế"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Van Ky Hong Textile and Garment JSC", refused.TextAt("#Input-TaxCode-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_are_typed_as_whole_amounts_and_a_slip_is_told_at_its_cell()
    {
        var officer = await app.SignedInAsync("officer");
        var form = await officer.OpenAsync("/businesses/1/figures");
        var refused = await officer.SubmitAsync(form, ("Input.FigureYear", "2021"), ("Input.New.Revenue", "1,2 tỷ"));
        Assert.Equal((HttpStatusCode.BadRequest, "1,2 tỷ"), (refused.Status, refused.ValueOf("Input.New.Revenue")));

        await officer.SubmitAsync(refused, ("Input.New.Revenue", "1.200.000.000"), ("Input.New.Employees", "1.204"));
        var figure = await app.ReadAsync(db => db.Businesses.Where(one => one.Number == 1).SelectMany(one => one.Figures).SingleAsync(one => one.Year == 2021));
        Assert.Equal((1_200_000_000L, (int?)1204), (figure.Revenue, figure.Employees));
    }
}
