namespace KeyProducts.Web.Mail;

/// <summary>Sets up sending mail.</summary>
public static class MailServices
{
    /// <summary>The settings, the queue and the sender in the background.</summary>
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<MailSettings>();
        services.AddSingleton<MailDelivery>();
        services.AddSingleton<MailSender>();
        services.AddScoped<MailQueue>();
        services.AddHostedService<MailRounds>();
    }
}
