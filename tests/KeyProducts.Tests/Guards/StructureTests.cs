using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using KeyProducts.Tests.Support;

namespace KeyProducts.Tests.Guards;

/// <summary>What holds for the HTML of every page.</summary>
public sealed partial class StructureTests(Crawl crawl) : IClassFixture<Crawl>
{
    private static readonly string[] Referring = ["for", "aria-describedby", "aria-labelledby", "aria-controls"];

    [Fact]
    public void A_page_has_one_heading_of_the_first_level() =>
        Guard.None(crawl.All.Where(seen => seen.Page.Document.QuerySelectorAll("h1").Length != 1).Select(seen => $"{seen}: {seen.Page.Document.QuerySelectorAll("h1").Length}"));

    [Fact]
    public void Headings_skip_no_level() =>
        Guard.None(
            from seen in crawl.All
            let levels = seen.Page.Document.QuerySelectorAll("h1, h2, h3, h4, h5").Select(heading => heading.LocalName[1] - '0').Prepend(0).ToList()
            from place in Enumerable.Range(1, levels.Count - 1)
            where levels[place] > levels[place - 1] + 1
            select $"{seen}: h{levels[place]} after h{levels[place - 1]}");

    [Fact]
    public void A_title_says_which_page_it_is() =>
        Guard.None(crawl.All.Where(seen => seen.Page.Document.Title!.TrimStart().StartsWith('–')).Select(seen => $"{seen}: {seen.Page.Document.Title}"));

    [Fact]
    public void No_id_is_used_twice() =>
        Guard.None(
            from seen in crawl.All
            from twice in seen.Page.Document.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1)
            select $"{seen}: {twice.Key}");

    [Fact]
    public void References_between_elements_lead_somewhere() =>
        Guard.None(
            from seen in crawl.All
            from attribute in Referring
            from element in seen.Page.Document.QuerySelectorAll($"[{attribute}]")
            from id in element.GetAttribute(attribute)!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            where seen.Page.Document.GetElementById(id) is null
            select $"{seen}: {attribute}={id}");

    [Fact]
    public void Every_field_has_a_label() =>
        Guard.None(
            from seen in crawl.All
            from field in seen.Page.Document.QuerySelectorAll("input, select, textarea")
            where field is not IHtmlInputElement { Type: "hidden" or "submit" }
            where !IsLabelled(field)
            select $"{seen}: {field.GetAttribute("name")}");

    [Fact]
    public void Everything_to_press_has_a_name() =>
        Guard.None(
            from seen in crawl.All
            from element in seen.Page.Document.QuerySelectorAll("a, button, summary")
            where string.IsNullOrWhiteSpace(element.TextContent) && !element.HasAttribute("aria-label")
            select $"{seen}: {element.OuterHtml}");

    [Fact]
    public void A_form_that_changes_something_posts_with_its_token() =>
        Guard.None(
            from seen in crawl.All
            from form in seen.Page.Document.QuerySelectorAll("form").Cast<IHtmlFormElement>()
            let isPost = string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            // The language changes nothing here, and its form stands on pages that are kept for everybody.
            where (isPost && form.GetAttribute("action") != "/language") != (form.QuerySelector("[name=__RequestVerificationToken]") is not null)
            select $"{seen}: {form.GetAttribute("action")}");

    [Fact]
    public async Task No_link_is_dead()
    {
        var dead = new List<string>();
        foreach (var who in crawl.All.Where(seen => seen.Language == "vi").GroupBy(seen => seen.Who))
        {
            var visitor = await crawl.App.AsAsync(who.Key);
            var links = from seen in who
                        from link in seen.Page.Document.QuerySelectorAll("a[href]:not([rel~=noreferrer]), link[href], script[src], img[src]")
                        let address = link.GetAttribute("href") ?? link.GetAttribute("src")!
                        where !address.StartsWith("mailto:", StringComparison.Ordinal) && !address.StartsWith("tel:", StringComparison.Ordinal)
                        group seen by address;
            // Of a long list's links three are followed.
            foreach (var link in links.GroupBy(link => KeyOrNumber().Replace(link.Key, "/#")).SelectMany(kind => kind.Take(3)).ToList())
            {
                if (link.Key.StartsWith('#'))
                {
                    dead.AddRange(link.Where(seen => seen.Page.Document.GetElementById(link.Key[1..]) is null).Select(seen => $"{link.Key} on {seen}"));
                    continue;
                }

                // A business's own site is data.
                if (link.Key.StartsWith("https://", StringComparison.Ordinal) || link.Key.StartsWith("http://", StringComparison.Ordinal))
                {
                    continue;
                }

                Assert.True(link.Key.StartsWith('/'), $"{link.Key} on {link.First()} is no address of the program.");
                using var answer = await visitor.GetAsync(link.Key);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    dead.Add($"{link.Key} on {link.First()}: {(int)answer.StatusCode}");
                }
            }
        }

        Guard.None(dead);
    }

    [Fact]
    public void Looking_changes_nothing() => Assert.Equal(crawl.State.Before, crawl.State.After);

    [GeneratedRegex(@"/(?:(?!20[0-9]{2}(?:/|$))\d+|[0-9a-f-]{36})(?=[/?]|$)")]
    private static partial Regex KeyOrNumber();

    private static bool IsLabelled(IElement field) =>
        field.HasAttribute("aria-label") || field.HasAttribute("aria-labelledby") || field.Closest("label") is not null
        || (field.Id is not null && field.Owner!.QuerySelectorAll("label[for]").Any(label => label.GetAttribute("for") == field.Id));
}
