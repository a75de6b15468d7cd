using System.Reflection;
using System.Text.RegularExpressions;
using KeyProducts.Documents;
using KeyProducts.Domain;
using KeyProducts.Tests.Support;
using KeyProducts.Web.Pages;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace KeyProducts.Tests.Guards;

/// <summary>The house stands as <c>docs/STYLE.md</c> draws it.</summary>
public sealed partial class ArchitectureTests
{
    private const string Web = "src/KeyProducts.Web/";

    // Which rooms of the web project a room may look into. Nothing looks into Pages but Pages.
    private static readonly Dictionary<string, string[]> Rooms = new()
    {
        ["Text"] = ["Access"],
        ["Storage"] = ["Audit", "Access", "Mail"],
        ["Audit"] = ["Storage", "Mail"],
        // What is counted is counted where it happens.
        ["Operation"] = ["Storage", "Audit", "Backups"],
        ["Mail"] = ["Storage", "Audit", "Text"],
        ["Access"] = ["Storage", "Audit"],
        ["Scoring"] = ["Storage", "Audit"],
        ["Screening"] = ["Storage", "Audit"],
        ["Import"] = ["Storage", "Audit", "Access", "Scoring", "Text"],
        ["Reports"] = ["Storage", "Audit", "Access", "Scoring", "Screening", "Text"],
        ["Backups"] = ["Storage", "Audit"],
        ["Commands"] = ["Storage", "Audit", "Access", "Backups"],
        ["Pages"] = ["Storage", "Audit", "Access", "Operation", "Mail", "Scoring", "Screening", "Import", "Reports", "Text", "Backups"],
    };

    // Their addresses lead on or are refused with a sentence, a number and a tax code are given once, and what is folded is folded for all.
    private static readonly string[] SeesMergedRecords =
    [
        "Pages/Businesses/Edit.cshtml.cs", "Pages/Businesses/Figures.cshtml.cs", "Pages/Businesses/MergeWith.cshtml.cs", "Pages/Businesses/Show.cshtml.cs",
        "Pages/Nominations/Register.cshtml.cs", "Storage/SearchText.cs", "Storage/PastYearQueries.cs", "Import/NominationImport.cs",
        // Old lists and old addresses name records that were merged since; both lead to the one that stays.
        "Reports/Public/RecognisedYears.cs",
        // Whoever is to be forgotten is forgotten on the record that was merged too.
        "Storage/Personal/PersonalErasure.cs", "Storage/Personal/PersonalTerms.cs",
    ];

    [Fact]
    public void The_domain_and_the_documents_stand_on_nothing_of_ours()
    {
        Guard.None(typeof(Programme).Assembly.GetReferencedAssemblies().Select(one => one.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
        Guard.None(typeof(Report).Assembly.GetReferencedAssemblies().Select(one => one.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("DocumentFormat.OpenXml" or "DocumentFormat.OpenXml.Framework" or "QRCoder")));
    }

    [Fact]
    public void Rooms_of_the_web_project_look_only_where_their_arrows_point() =>
        Guard.None(
            from source in Repository.Sources(".cs", ".cshtml")
            where source.Path.StartsWith(Web, StringComparison.Ordinal) && source.Path[Web.Length..].Contains('/', StringComparison.Ordinal)
            let room = source.Path[Web.Length..].Split('/')[0]
            from seen in RoomName().Matches(source.Text).Select(match => match.Groups[1].Value).Distinct()
            where seen != room && !(Rooms.TryGetValue(room, out var allowed) && allowed.Contains(seen))
            select $"{source.Path} looks into {seen}");

    [Fact]
    public void Page_models_are_sealed_and_stand_on_AppPage() =>
        Guard.None(
            from type in typeof(Program).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(PageModel)) && type != typeof(AppPage)
            where !type.IsSealed || (type.BaseType != typeof(AppPage) && type != typeof(ErrorModel))
            select type.FullName!);

    [Fact]
    public void Page_models_have_at_most_120_lines() =>
        Guard.None(from source in Repository.Sources(".cshtml.cs") let lines = source.Text.Count(letter => letter == '\n') where lines > 120 select $"{source.Path}: {lines}");

    [Fact]
    public void Sources_have_at_most_400_lines() =>
        Guard.None(from source in Repository.Sources(".cs", ".cshtml", ".css", ".js") let lines = source.Text.Count(letter => letter == '\n') where lines > 400 select $"{source.Path}: {lines}");

    [Fact]
    public void Nothing_goes_round_the_house_rules() =>
        Guard.None(
            from source in Repository.Sources(".cs", ".cshtml")
            from match in Forbidden().Matches(Comment().Replace(source.Text, ""))
            select $"{source.Path}: {match.Value}");

    // A record that was merged into another is neither listed, found nor offered. Who must see it all the same is named here.
    [Fact]
    public void Businesses_are_asked_for_without_those_that_were_merged() =>
        Guard.None(
            from source in Repository.Sources(".cs", ".cshtml")
            where source.Path.StartsWith(Web, StringComparison.Ordinal) && !SeesMergedRecords.Contains(source.Path[Web.Length..])
            from match in AllBusinesses().Matches(source.Text)
            select $"{source.Path}: {match.Value}");

    [Fact]
    public void The_clock_of_the_system_is_read_at_the_edge_alone() =>
        Guard.None(
            from source in Repository.Sources(".cs", ".cshtml")
            where source.Text.Contains("TimeProvider.System", StringComparison.Ordinal) && !source.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && !source.Path.Contains("/Commands/", StringComparison.Ordinal)
            select source.Path);

    [Fact]
    public void Views_hold_no_style_and_no_script() =>
        Guard.None(from source in Repository.Sources(".cshtml") from match in Inline().Matches(source.Text) select $"{source.Path}: {match.Value}");

    [Fact]
    public void Names_say_what_things_are() =>
        Guard.None(
            from assembly in new[] { typeof(Programme).Assembly, typeof(Report).Assembly, typeof(Program).Assembly }
            from type in assembly.GetTypes()
            where type.Namespace?.StartsWith("KeyProducts.", StringComparison.Ordinal) == true && !type.Name.Contains('<', StringComparison.Ordinal)
            where type.IsInterface || (VagueName().IsMatch(type.Name) && !type.Name.EndsWith("TagHelper", StringComparison.Ordinal))
            select type.FullName!);

    [Fact]
    public void The_domain_keeps_its_setters_to_itself() =>
        Guard.None(
            from type in typeof(Programme).Assembly.GetExportedTypes()
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{type.Name}.{property.Name}");

    [GeneratedRegex(@"KeyProducts\.Web\.([A-Z]\w+)\b(?=[;.\s])(?<!KeyProducts\.Web\.Program)")]
    private static partial Regex RoomName();

    [GeneratedRegex(@"\bdb\.Businesses\b(?!\.Unmerged\(\))[^;]{0,40}", RegexOptions.IgnoreCase)]
    private static partial Regex AllBusinesses();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"Html\.Raw|HtmlString\(|DateTime(?:Offset)?\.(?:Utc)?Now|DateTime\.Today|ExecuteUpdate|ExecuteDelete|FromSqlRaw|ExecuteSqlRaw|SqlQueryRaw|IgnoreAntiforgeryToken(?!\]\s*(?:\[ResponseCache|public sealed class LanguageModel\b))|\bdynamic\b|Thread\.Sleep|Async\([^;()]*\)\.Result\b|[tT]ask\.Result\b|\.Wait\(\)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\sstyle=""|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=""|javascript:|<br\s*/?>\s*<br|<(?:b|i|u|font|center)\s+style")]
    private static partial Regex Inline();

    // The base of a figure is the domain's own word.
    [GeneratedRegex(@"(?:Manager|Helper|Utils?|(?<!^Figure)Base|Dto|Impl|Common)$")]
    private static partial Regex VagueName();
}
