using System.Globalization;
using System.Net.Mail;
using KeyProducts.Web.Storage;

namespace KeyProducts.Web.Mail;

/// <summary>
/// How mail leaves, from the settings under "KeyProducts:Mail". In Development, and wherever a folder is set, mails become files. The
/// password stands in the environment or in user secrets; it is shown and logged nowhere.
/// </summary>
public sealed class MailSettings
{
    private readonly string from;

    public MailSettings(IConfiguration configuration, IHostEnvironment environment, DataFolder data)
    {
        var mail = configuration.GetSection("KeyProducts:Mail");
        string Text(string name) => mail[name]?.Trim() ?? "";
        UseTls = !bool.TryParse(Text("UseTls"), out var useTls) || useTls;
        Host = Text("Host");
        Port = int.TryParse(Text("Port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : UseTls ? 587 : 25;
        User = Text("User");
        Password = mail["Password"] ?? "";
        FromName = Text("FromName") is { Length: > 0 } name ? name : "Sản phẩm công nghiệp chủ lực Hà Nội";
        Folder = Text("Folder") is { Length: > 0 } folder ? Path.GetFullPath(folder, data.Path)
            : environment.IsDevelopment() ? Path.Combine(data.Path, "mail")
            : null;
        from = Text("From") is { Length: > 0 } address ? address : Folder is null ? "" : "keyproducts@localhost";
        Address = Uri.TryCreate(configuration["KeyProducts:Address"], UriKind.Absolute, out var reached) && reached.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? reached.GetLeftPart(UriPartial.Path).TrimEnd('/')
            : null;
        Problem = ProblemOf();
    }

    public string Host { get; }

    public int Port { get; }

    /// <summary>Whether the connection must be encrypted by STARTTLS.</summary>
    public bool UseTls { get; }

    /// <summary>Whom the program signs in as; empty for nobody.</summary>
    public string User { get; }

    internal string Password { get; }

    /// <summary>The sender.</summary>
    public MailAddress From => new(from, FromName, System.Text.Encoding.UTF8);

    private string FromName { get; }

    /// <summary>Where mails are written as files; null when a server takes them.</summary>
    public string? Folder { get; }

    /// <summary>Where people reach the program ("KeyProducts:Address"), for links in mails; null when it is not set.</summary>
    public string? Address { get; }

    /// <summary>What is missing, an English sentence; null when mail can be sent.</summary>
    public string? Problem { get; }

    private string? ProblemOf() =>
        Folder is null && Host.Length == 0 ? "Sending mail is not set up: the mail server’s name is missing."
        : !MailAddress.TryCreate(from, out _) ? "Sending mail is not set up: the sender’s address is missing or is none."
        : Folder is not null ? null
        : Port is < 1 or > 65535 ? "Sending mail is not set up: the mail server’s port is none."
        : User.Length > 0 && !UseTls && !IsThisMachine ? "Sending mail is not set up: without TLS the password would cross the network readable."
        : null;

    private bool IsThisMachine => Host is "localhost" or "127.0.0.1" or "::1";
}
