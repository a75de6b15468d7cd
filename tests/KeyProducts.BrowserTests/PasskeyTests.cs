using KeyProducts.BrowserTests.Support;
using Microsoft.Playwright;

namespace KeyProducts.BrowserTests;

/// <summary>Passkeys with the virtual authenticator of Chromium, which holds one as a device would.</summary>
[Collection(nameof(Chromium))]
public sealed class PasskeyTests(Chromium chromium) : IAsyncLifetime, IAsyncDisposable
{
    private readonly RunningApp app = new();

    // A passkey belongs to a name, and an address of numbers is none.
    private string Address => app.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await app.DisposeAsync();

    ValueTask IAsyncDisposable.DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_passkey_is_added_with_a_name_signs_in_without_a_password_is_renamed_and_removed()
    {
        await using var person = await chromium.PersonAsync(Address);
        await using var device = await Device.PlugInAsync(person.Page);
        await person.SignInAsync("judge1");
        await using var elsewhere = await chromium.PersonAsync(Address);
        await elsewhere.SignInAsync("judge1");
        await AddAsync(person, "Máy ở cơ quan");
        // Whoever signed in elsewhere with the password alone does so again.
        await elsewhere.Page.GotoAsync("/account/security");
        await Assertions.Expect(elsewhere.Page.Locator("h1")).ToHaveTextAsync("Đăng nhập");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=passkeys] li b")).ToHaveTextAsync("Máy ở cơ quan");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=passkeys] li")).ToContainTextAsync("chưa dùng lần nào");

        await person.SignOutAsync();
        await SignInAsync(person);
        await Assertions.Expect(person.Page.Locator("details.account")).ToBeVisibleAsync();
        await person.Page.GotoAsync("/account/security");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=passkeys] li")).ToContainTextAsync("dùng lần cuối");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=sessions] li").First).ToContainTextAsync("Khóa truy cập");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=sign-ins] li").First).ToContainTextAsync("Khóa truy cập");

        await person.Page.ClickAsync("[aria-labelledby=passkeys] li a");
        await person.Page.FillAsync("[name='Input.Name']", "Máy ở nhà");
        await person.Page.ClickAsync("main form.form >> nth=0 >> button");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=passkeys] li b")).ToHaveTextAsync("Máy ở nhà");
        await person.Page.ClickAsync("[aria-labelledby=passkeys] li a");
        await person.Page.FillAsync("[name='Removal.Password']", RunningApp.Password);
        await person.Page.ClickAsync("[aria-labelledby=remove] button");
        await Assertions.Expect(person.Page.Locator("[aria-labelledby=passkeys] li")).ToHaveCountAsync(0);

        // The device still holds it; the program takes it no more.
        await person.SignOutAsync();
        await SignInAsync(person);
        await Assertions.Expect(person.Page.Locator("#errors li")).ToContainTextAsync("Khóa truy cập này không được chấp nhận");
    }

    [Fact]
    public async Task Without_the_check_of_who_holds_the_device_nobody_is_signed_in_and_a_deactivated_account_not_either()
    {
        await using var person = await chromium.PersonAsync(Address);
        await using var device = await Device.PlugInAsync(person.Page);
        await person.SignInAsync("judge2");
        await AddAsync(person, "Điện thoại");
        await person.SignOutAsync();

        await device.VerifyAsync(false);
        await SignInAsync(person);
        await Assertions.Expect(person.Page.Locator("form[data-passkey] .error")).ToContainTextAsync("Chưa dùng được khóa truy cập");
        await device.VerifyAsync(true);

        await using (var admin = await chromium.SignedInAsync(app, "admin"))
        {
            await admin.Page.GotoAsync("/users");
            await admin.Page.ClickAsync("main tr:has-text('judge2@demo.local') a");
            await admin.Page.UncheckAsync("[name='Input.IsActive']");
            await admin.Page.ClickAsync("main form.form button.main");
            await Assertions.Expect(admin.Page.Locator(".notice.done")).ToBeVisibleAsync();
        }

        await SignInAsync(person);
        await Assertions.Expect(person.Page.Locator("#errors li")).ToContainTextAsync("Khóa truy cập này không được chấp nhận");
    }

    [Fact]
    public async Task A_locked_account_is_not_opened_by_its_passkey()
    {
        await using var person = await chromium.PersonAsync(Address);
        await using var device = await Device.PlugInAsync(person.Page);
        await person.SignInAsync("judge4");
        await AddAsync(person, "Máy ở cơ quan");
        await person.SignOutAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await person.Page.GotoAsync("/account/sign-in");
            await person.Page.FillAsync("[name='Input.Email']", "judge4@demo.local");
            await person.Page.FillAsync("[name='Input.Password']", "Sai mật khẩu rồi");
            await person.Page.ClickAsync("form:has([name='Input.Password']) button.main");
            await Assertions.Expect(person.Page.Locator("#errors li")).ToBeVisibleAsync();
        }

        await SignInAsync(person);
        await Assertions.Expect(person.Page.Locator("#errors li")).ToContainTextAsync("Khóa truy cập này không được chấp nhận");
    }

    [Fact]
    public async Task Without_script_there_is_no_button_and_the_password_is_enough()
    {
        await using var person = await chromium.PersonAsync(Address, script: false);
        await person.Page.GotoAsync("/account/sign-in");
        await Assertions.Expect(person.Page.Locator("form[data-passkey]")).ToBeHiddenAsync();
        await person.SignInAsync("judge3");
    }

    private static async Task AddAsync(Person person, string name)
    {
        await person.Page.GotoAsync("/account/passkeys/new");
        await person.Page.FillAsync("[name='Input.Name']", name);
        await person.Page.FillAsync("[name='Input.Password']", RunningApp.Password);
        await person.Page.ClickAsync("form[data-passkey] button");
        await Assertions.Expect(person.Page.Locator("h1")).ToHaveTextAsync("Đăng nhập và bảo mật");
    }

    private static async Task SignInAsync(Person person)
    {
        await person.Page.GotoAsync("/account/sign-in");
        await person.Page.ClickAsync("form[data-passkey] button");
    }

    // What is plugged into the window: it answers by itself, as if somebody had put a finger on it.
    private sealed class Device(ICDPSession session, string key) : IAsyncDisposable
    {
        public static async Task<Device> PlugInAsync(IPage page)
        {
            var session = await page.Context.NewCDPSessionAsync(page);
            await session.SendAsync("WebAuthn.enable");
            var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            });
            return new Device(session, added!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public async Task VerifyAsync(bool isVerified) => await session.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = key, ["isUserVerified"] = isVerified });

        public async ValueTask DisposeAsync() => await session.DetachAsync();
    }
}
