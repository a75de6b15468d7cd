using System.Security.Claims;
using KeyProducts.Web.Audit;
using KeyProducts.Web.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace KeyProducts.Web.Access;

/// <summary>How accounts are kept: passwords, lockout, cookies.</summary>
public static class AccountRules
{
    private const string HostPrefix = "__Host-";

    /// <summary>The cookie of who is signed in.</summary>
    public const string SignInCookie = "KeyProducts.SignIn";

    /// <summary>The cookie of what a passkey was asked.</summary>
    public const string PasskeyCookie = "KeyProducts.Passkey";

    /// <summary>The cookie of the sentence that the next page says once.</summary>
    public const string SaidCookie = "KeyProducts.Said";

    /// <summary>Whether a request brings a cookie of ours, under its name in Production or beside it.</summary>
    public static bool Brings(this HttpRequest request, string cookie) => request.Cookies.ContainsKey(cookie) || request.Cookies.ContainsKey(HostPrefix + cookie);

    /// <summary>Sets up ASP.NET Core Identity on our database, with pages of our own.</summary>
    public static void AddAccounts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddIdentity<AppUser, IdentityRole<Guid>>(options =>
            {
                options.Stores.SchemaVersion = AppUser.Tables;
                options.User.RequireUniqueEmail = true;
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddEntityFrameworkStores<AppDbContext>()
            .AddUserStore<Accounts>()
            .AddClaimsPrincipalFactory<NamedPrincipal>()
            .AddPasswordValidator<GuessablePasswords>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<OwnPassword>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddScoped<Sessions>();
        services.AddScoped<SignInDesk>();
        services.AddScoped<SecondFactors>();
        services.AddSingleton<KnownSessions>();
        services.AddSingleton<NobodysPassword>();
        services.AddSingleton<SecondFactorDemand>();
        // A passkey stands for two factors, because its device checks who holds it; and it is found without an e-mail address.
        services.Configure<IdentityPasskeyOptions>(options => (options.UserVerificationRequirement, options.ResidentKeyRequirement) = ("required", "required"));
        // PBKDF2 with HMAC-SHA-512; an older hash is made anew at the next sign-in.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        // A one-time link of an administrator: a day to use it.
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = TimeSpan.FromDays(1));
        // A changed role or password, or a deactivated account, takes effect within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            // The cookie that is made anew is of the same session.
            options.OnRefreshingPrincipal = context =>
            {
                context.NewPrincipal!.Identities.First().AddClaims(context.CurrentPrincipal!.Claims.Where(claim => claim.Type is KnownSessions.Claim or Sessions.Way));
                return Task.CompletedTask;
            };
        });
        // Under this name browsers take a cookie by HTTPS from this very host alone; a neighbour in the domain sets none for us.
        var host = environment.IsDevelopment() ? "" : HostPrefix;
        var secure = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = host + SaidCookie;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddSingleton<ITempDataProvider>(provider => new SaidOnce(ActivatorUtilities.CreateInstance<CookieTempDataProvider>(provider)));
        services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = host + SignInCookie;
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = secure;
            options.LoginPath = EndedSignIn.Page;
            options.LogoutPath = "/account/sign-out";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = Sessions.Idle;
            options.SlidingExpiration = true;
            options.Events.OnValidatePrincipal = KnownSessions.ValidateAsync;
            options.Events.OnRedirectToLogin = EndedSignIn.AskAsync;
            // A page that is not for this role answers 403 where it stands, without a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.HttpContext.LogRefusal("not for this role");
                return Task.CompletedTask;
            };
        });
        // What a passkey is asked, until it has answered.
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            (options.Cookie.Name, options.Cookie.SecurePolicy, options.Cookie.SameSite) = (host + PasskeyCookie, secure, SameSiteMode.Strict);
            options.Cookie.HttpOnly = true;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = host + "KeyProducts.Form";
            // What the prefix asks for, beside HTTPS.
            options.Cookie.Path = "/";
            // Not "always": the framework would answer a plain request, such as a proxy's check, with an error instead of the page.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddKeptForms();
    }
}

/// <summary>Puts the person's name into the sign-in cookie.</summary>
public sealed class NamedPrincipal(UserManager<AppUser> users, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser, IdentityRole<Guid>>(users, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(Claims.FullName, user.FullName));
        return identity;
    }
}
