using Microsoft.Playwright;

namespace KeyProducts.BrowserTests.Support;

/// <summary>Somebody at a window of the browser.</summary>
public sealed class Person : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    /// <summary>Takes note of whatever the browser complains of.</summary>
    public Person(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>Errors and warnings of scripts, of the content policy and of what could not be loaded.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Signs in with the form.</summary>
    public async Task SignInAsync(string name)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("[name='Input.Email']", $"{name}@demo.local");
        await Page.FillAsync("[name='Input.Password']", RunningApp.Password);
        await Page.ClickAsync("main button[type=submit]");
        await Assertions.Expect(Page.Locator("nav.main-nav")).ToBeVisibleAsync();
    }

    /// <summary>Signs out with the button of the account menu.</summary>
    public async Task SignOutAsync()
    {
        await Page.ClickAsync("details.account summary");
        await Page.ClickAsync("details.account form button");
        await Assertions.Expect(Page.Locator("details.account")).ToHaveCountAsync(0);
    }

    /// <summary>Saves a picture under <c>artifacts/</c> for people to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Artifacts, name + ".png"), FullPage = true });

    /// <summary>The page as it would be printed, saved under <c>artifacts/</c> for people to look at.</summary>
    public Task PrintAsync(string name) => Page.PdfAsync(new PagePdfOptions { Path = Path.Combine(Artifacts, name + ".pdf"), Format = "A4", PreferCSSPageSize = true });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private static string Artifacts { get; } = FindArtifacts();

    private static string FindArtifacts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KeyProducts.sln")))
        {
            folder = folder.Parent;
        }

        return Directory.CreateDirectory(Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts")).FullName;
    }
}
