using Microsoft.Playwright;

namespace KeyProducts.BrowserTests.Support;

/// <summary>One browser and one running program for all tests that change nothing; each test has windows of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright playwright = null!;

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; private set; } = null!;

    /// <summary>The program; for looking only.</summary>
    public RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var starting = Task.Run(() => new RunningApp());
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--force-color-profile=srgb"],
        });
        App = await starting;
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await App.DisposeAsync();
    }

    /// <summary>A new window of a person who is not signed in.</summary>
    public Task<Person> PersonAsync(RunningApp app, string language = "vi", int width = 1280, bool script = true) => PersonAsync(app.Address, language, width, script);

    /// <summary>The same at an address.</summary>
    /// <param name="address">Of the program.</param>
    /// <param name="language">What the browser prefers.</param>
    /// <param name="width">Of the window, in CSS pixels; a narrow one is touched.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    public async Task<Person> PersonAsync(string address, string language = "vi", int width = 1280, bool script = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            HasTouch = width < 600,
            Locale = language == "vi" ? "vi-VN" : "en-GB",
            JavaScriptEnabled = script,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new Person(await context.NewPageAsync());
    }

    /// <summary>A new window of a person who has signed in.</summary>
    /// <param name="app">The program.</param>
    /// <param name="name">The part of the demonstration's address before the @; null for a visitor.</param>
    /// <param name="language">What the browser prefers.</param>
    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="script">Whether the browser runs scripts.</param>
    public async Task<Person> SignedInAsync(RunningApp app, string? name, string language = "vi", int width = 1280, bool script = true)
    {
        var person = await PersonAsync(app, language, width, script);
        if (name is not null)
        {
            await person.SignInAsync(name);
        }

        return person;
    }

    // CHROMIUM_PATH, else one that is installed, else Playwright's own, which it fetches.
    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable("CHROMIUM_PATH");
        var found = string.IsNullOrEmpty(named) ? Installed.FirstOrDefault(File.Exists) : named;
        if (found is null && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException("The browser tests need Chromium: install your system's package (Debian: apt-get install chromium), or name one in CHROMIUM_PATH.");
        }

        return found;
    }
}

/// <summary>The tests that share <see cref="Chromium"/>.</summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class WithChromium : ICollectionFixture<Chromium>;
