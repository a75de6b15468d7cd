using KeyProducts.Web.Access;

namespace KeyProducts.Web.Pages.Account;

/// <summary>Where somebody is led whose role asks for a second factor that is not set up yet.</summary>
public sealed class SecondFactorModel(KeptForms forms) : AppPage
{
    /// <summary>What the reader had typed into a form that was sent before, sealed; null for nothing.</summary>
    public string? Waiting { get; private set; }

    public bool HadFiles { get; private set; }

    protected override Task LoadAsync()
    {
        if (HttpContext.Features.Get<KeptForm>() is { } form)
        {
            (Waiting, HadFiles) = (forms.Seal(form), form.HadFiles);
            Response.StatusCode = StatusCodes.Status403Forbidden;
        }

        return Task.CompletedTask;
    }
}
